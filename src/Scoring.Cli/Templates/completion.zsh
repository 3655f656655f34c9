#compdef scoring
# Completion of scoring for zsh. Save it as _scoring in a folder of $fpath, or load it with: source <(scoring completion zsh)
_scoring() {
  local -a found
  found=("${(@f)$(scoring "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
  # Options only where a dash asks for them: else files would never be offered.
  [[ ${words[CURRENT]} == -* ]] || found=(${found:#-*})
  (( ${#found} )) && compadd -a found || _files
}
compdef _scoring scoring
