using ActorTerm.Client;

namespace ActorTerm.Cli.Options;

/// <summary>Arguments and options that several verbs share, spelled and explained alike everywhere.</summary>
internal static class SharedOptions
{
    public static Argument<string> SessionArgument() => new("session")
    {
        HelpName = "session",
        Description = "A session's id, a unique beginning of it, its name, or `active`.",
        CompletionSources = { Completion.Sessions },
    };

    public static Option<bool> JsonOption() => new("--json") { Description = "JSON for programs, as docs/cli-json.md has it." };

    /// <summary>Such as <c>2s</c>, <c>500ms</c>, <c>1m</c>, or plain seconds.</summary>
    public static Option<TimeSpan?> DurationOption(string name, string description) =>
        new(name) { Description = description, CustomParser = result => Duration.Parse(result) };

    public static Task<Session> Session(this Connection connection, ParseResult arguments, Argument<string> argument, CancellationToken cancel) =>
        connection.App.FindSessionAsync(arguments.GetValue(argument)!, cancel);
}
