using System.Text.Json;
using ActorTerm.Client;

namespace ActorTerm.Cli.Output;

/// <summary>A change of a variable: a line of <c>actorterm vars watch</c>.</summary>
/// <param name="Scope">Id of the session, tab or window; empty for the app.</param>
/// <param name="Value">Null when it is no longer set.</param>
internal sealed record VariableJson(string Scope, string Name, JsonElement Value)
{
    public static VariableJson Of(VariableChange change) => new(change.Scope, change.Name, change.Value);
}
