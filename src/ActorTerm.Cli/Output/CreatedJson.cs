using ActorTerm.Client;

namespace ActorTerm.Cli.Output;

/// <summary>A new session and where it stands: <c>--json</c> of the verbs that make one.</summary>
internal sealed record CreatedJson(string Id, string WindowId, string TabId)
{
    public static CreatedJson Of(Created made) => new(made.Session.Id, made.Window.Id, made.Tab.Id);
}
