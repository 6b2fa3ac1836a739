using ActorTerm.Runtime.Functions;

namespace ActorTerm.Runtime.Invocations;

/// <summary>What the supervisor must still know when it has failed and been made anew.</summary>
internal sealed class RestartMemory
{
    public FunctionsProtocol.Routes Routes { get; set; } = FunctionsProtocol.Routes.None;

    public CallNumbers Numbers { get; } = new();
}
