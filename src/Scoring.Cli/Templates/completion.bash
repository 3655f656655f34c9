# Completion of scoring for bash. Load it with: source <(scoring completion bash)
_scoring() {
  local word=${COMP_WORDS[COMP_CWORD]} line
  COMPREPLY=()
  while IFS= read -r line; do
    # Options only where a dash asks for them: else files would never be offered.
    if [[ $line == "$word"* && ($line != -* || $word == -*) ]]; then COMPREPLY+=("$line"); fi
  done < <(scoring "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)
}
complete -o default -F _scoring scoring
