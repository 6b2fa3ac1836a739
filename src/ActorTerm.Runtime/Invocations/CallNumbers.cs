namespace ActorTerm.Runtime.Invocations;

/// <summary>Numbers for calls, each used once on this host. The low bits are a slot: at most 2^20 calls are in flight.</summary>
internal sealed class CallNumbers
{
    /// <summary>The most slots there may be.</summary>
    public const int MaxSlots = 1 << SlotBits;

    private const int SlotBits = 20;
    private long _last;

    public long Next(int slot) => (++_last << SlotBits) | (uint)slot;

    public static int SlotOf(long number) => (int)(number & (MaxSlots - 1));
}
