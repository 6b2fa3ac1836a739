using ActorTerm.Runtime.Functions;

namespace ActorTerm.Runtime.Invocations;

/// <summary>A call that was told to a function and is not answered. Its deadline is the function's own. Used again and again by <see cref="PendingCalls"/>.</summary>
internal sealed class PendingCall(int slot) : Deadline
{
    /// <summary>Where it stands in <see cref="PendingCalls"/>.</summary>
    public int Slot { get; } = slot;

    /// <summary>0 while nobody uses it.</summary>
    public long Number { get; set; }

    public OpenEvaluation Of { get; set; } = null!;

    /// <summary>The call's index in the evaluation.</summary>
    public int Index { get; set; }

    public FunctionsProtocol.Route Route { get; set; } = null!;

    /// <summary>Another pending call of the same evaluation.</summary>
    public PendingCall? Before { get; set; }

    /// <summary>Another pending call of the same evaluation; while nobody uses it, another such slot.</summary>
    public PendingCall? After { get; set; }
}
