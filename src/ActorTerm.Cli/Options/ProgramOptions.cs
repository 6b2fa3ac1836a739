using ActorTerm.Client;

namespace ActorTerm.Cli.Options;

/// <summary>Which program a verb starts, and in what surroundings: alike for all verbs that start one.</summary>
internal sealed class ProgramOptions
{
    private readonly Option<string?> _name = new("--name", "-s") { Description = "The session's name. Default: its profile's, or what its program says." };
    private readonly Option<string?> _cwd = new("--cwd", "-c") { Description = "Directory the program starts in. Default: the home directory." };
    private readonly Option<string[]> _env = EnvironmentOption();
    private readonly Option<string?> _profile = new("--profile") { Description = "Name of a profile. Default: `default`.", CompletionSources = { Completion.Profiles } };

    private readonly Argument<string[]> _command = new("command")
    {
        Description = "Program and arguments, after --. Default: the login shell.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static Option<string[]> EnvironmentOption() => new("--env", "-e")
    {
        Description = "NAME=VALUE for the program, or NAME to take a variable away. Repeatable.",
        DefaultValueFactory = _ => [],
    };

    public void AddTo(Command verb)
    {
        verb.Options.Add(_name);
        verb.Options.Add(_cwd);
        verb.Options.Add(_env);
        verb.Options.Add(_profile);
        verb.Arguments.Add(_command);
    }

    public NewSession Read(ParseResult arguments) => new()
    {
        Command = arguments.GetValue(_command) ?? [],
        Name = arguments.GetValue(_name),
        WorkingDirectory = arguments.GetValue(_cwd) is { } directory ? Path.GetFullPath(directory) : null,
        Environment = ReadVariables(arguments.GetValue(_env) ?? []),
        Profile = arguments.GetValue(_profile),
    };

    /// <summary><c>NAME=VALUE</c>, or <c>NAME</c> for a variable that is taken away; the last of one name counts.</summary>
    public static Dictionary<string, string?> ReadVariables(IEnumerable<string> texts)
    {
        var variables = new Dictionary<string, string?>();
        foreach (var text in texts)
        {
            var equals = text.IndexOf('=');
            if (equals < 0) variables[text] = null;
            else variables[text[..equals]] = text[(equals + 1)..];
        }

        return variables;
    }
}
