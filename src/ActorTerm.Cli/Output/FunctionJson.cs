using ActorTerm.Client;

namespace ActorTerm.Cli.Output;

/// <summary>A registered function: <c>actorterm functions --json</c>.</summary>
internal sealed record FunctionJson(string Signature, string Script, double TimeoutSeconds, int InFlight, long Calls, long Failures, long Timeouts, long Late)
{
    public static FunctionJson Of(string signature, RegisteredFunction function) => new(
        signature, function.Script, function.Timeout.TotalSeconds, function.InFlight, function.Calls, function.Failures, function.Timeouts, function.Late);
}
