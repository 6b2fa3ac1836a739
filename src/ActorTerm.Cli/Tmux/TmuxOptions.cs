using ActorTerm.Cli.Options;
using ActorTerm.Client;

namespace ActorTerm.Cli.Tmux;

/// <summary>What tmux's verbs share.</summary>
internal static class TmuxOptions
{
    public static Option<string?> Target() => new("-t")
    {
        HelpName = "session",
        Description = "The session: an id, a unique beginning of it, or a name; what follows a colon is passed over. Default: the active one.",
        CompletionSources = { Completion.Sessions },
    };

    public static Argument<string[]> Words(string name, string description) => new(name) { Description = description, Arity = ArgumentArity.ZeroOrMore };

    public static Task<Session> Target(this Connection connection, ParseResult arguments, Option<string?> target, CancellationToken cancel) =>
        connection.App.FindSessionAsync(SessionOf(arguments.GetValue(target)), cancel);

    /// <summary>tmux writes <c>=SESSION:WINDOW.PANE</c>; a session here has no windows of its own.</summary>
    internal static string SessionOf(string? target) =>
        (target ?? "").TrimStart('=').Split(':')[0] is { Length: > 0 } session ? session : Session.Active;

    /// <summary>One word is a line for the shell, several are a program and its arguments (tmux(1), COMMANDS).</summary>
    internal static IReadOnlyList<string> Command(IReadOnlyList<string> words) => words is [var line] ? ["/bin/sh", "-c", line] : words;
}
