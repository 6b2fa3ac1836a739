namespace ActorTerm.Cli.Verbs;

/// <summary><c>actorterm completion</c>: what makes a shell complete this program's command lines, by asking <see cref="CompleteVerb"/>.</summary>
internal static class CompletionVerb
{
    private const string Bash = """
        _actorterm() {
          local IFS=$'\n'
          COMPREPLY=($(actorterm complete "${COMP_LINE:0:COMP_POINT}" 2>/dev/null | cut -f1))
        }
        complete -o default -F _actorterm actorterm
        """;

    private const string Zsh = """
        #compdef actorterm
        _actorterm() {
          local -a found
          local line
          for line in "${(@f)$(actorterm complete "${(j: :)words[1,CURRENT-1]} $PREFIX" 2>/dev/null)}"; do
            [[ -n $line ]] && found+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
          done
          if (( $#found )); then _describe actorterm found; else _default; fi
        }
        if [[ $funcstack[1] == _actorterm ]]; then _actorterm "$@"; else compdef _actorterm actorterm; fi
        """;

    private const string Fish = """
        function __actorterm
          set -l found (actorterm complete (commandline -cp | string collect) 2>/dev/null)
          if set -q found[1]; printf '%s\n' $found; else; complete -C"'' "(commandline -ct); end
        end
        complete -c actorterm -f -a '(__actorterm)'
        """;

    public static Command Make() => new("completion", "Print a script that makes a shell complete command lines of actorterm.")
    {
        Print("bash", "In ~/.bashrc: source <(actorterm completion bash)", Bash),
        Print("zsh", "In ~/.zshrc, behind compinit: source <(actorterm completion zsh)", Zsh),
        Print("fish", "In config.fish: actorterm completion fish | source", Fish),
    };

    private static Command Print(string shell, string description, string script)
    {
        var verb = new Command(shell, description);
        verb.SetAction(_ => Console.Out.WriteLine(script));
        return verb;
    }
}
