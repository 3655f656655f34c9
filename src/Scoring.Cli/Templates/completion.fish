# Completion of scoring for fish. Save it as ~/.config/fish/completions/scoring.fish, or load it with: scoring completion fish | source
complete -c scoring -a '(scoring "[suggest:"(string length (commandline -cp))"]" (commandline -cp) 2>/dev/null)'
