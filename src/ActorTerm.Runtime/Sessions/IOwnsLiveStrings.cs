using ActorTerm.Runtime.Invocations;

namespace ActorTerm.Runtime.Sessions;

/// <summary>Whoever hears of variables for the live strings of a session.</summary>
internal interface IOwnsLiveStrings
{
    /// <summary>Made when the first one is wanted: most sessions have none.</summary>
    InvocationsProtocol.LiveStrings LiveStrings { get; }
}
