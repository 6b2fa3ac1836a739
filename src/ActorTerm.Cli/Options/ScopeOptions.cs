using ActorTerm.Client;

namespace ActorTerm.Cli.Options;

/// <summary><c>--session</c>, <c>--tab</c> and <c>--window</c>: whose variables are meant. Without one, the app's.</summary>
internal sealed class ScopeOptions
{
    private readonly Option<string?> _session = new("--session")
    {
        HelpName = "session",
        Description = "In this session's scope: an id, a unique beginning of it, a name, or `active`.",
        CompletionSources = { Completion.Sessions },
    };

    private readonly Option<string?> _tab = new("--tab") { Description = "In this tab's scope; `active` is that of the active session." };
    private readonly Option<string?> _window = new("--window") { Description = "In this window's scope; `active` is that of the active session." };

    public void AddTo(Command verb)
    {
        verb.Options.Add(_session);
        verb.Options.Add(_tab);
        verb.Options.Add(_window);
    }

    /// <exception cref="UsageException">More than one is given.</exception>
    public async Task<Scope> Find(App app, ParseResult arguments, CancellationToken cancel) =>
        (arguments.GetValue(_session), arguments.GetValue(_tab), arguments.GetValue(_window)) switch
        {
            (null, null, null) => app,
            ({ } text, null, null) => await app.FindSessionAsync(text, cancel),
            (null, { } text, null) => await app.FindTabAsync(text, cancel),
            (null, null, { } text) => await app.FindWindowAsync(text, cancel),
            _ => throw new UsageException("only one of --session, --tab and --window"),
        };
}
