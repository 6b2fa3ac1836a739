namespace ActorTerm.Pty.Reactor;

/// <summary>
/// Numbers for clients, carried through the kernel instead of descriptors: a descriptor's number is reused at once after close(2), so an
/// event that waits in a batch could reach the wrong client. A key holds the slot and its generation, and a slot taken again has another
/// generation.
/// </summary>
/// <remarks>Layout of a key: generation in the upper 32 bits, slot in the next 30, channel in the lowest 2. Zero is nobody's key.</remarks>
internal sealed class ReactorSlots
{
    private const int ChannelBits = 2;

    private readonly Lock _gate = new();
    private readonly Stack<int> _free = new();
    private Entry[] _entries = new Entry[16];
    private int _used;

    /// <summary>Gives a client its key, for channel 0; other channels are added to it.</summary>
    public ulong Take(IReactorClient client)
    {
        lock (_gate)
        {
            if (!_free.TryPop(out int slot))
            {
                slot = _used++;
                if (slot == _entries.Length) Array.Resize(ref _entries, slot * 2);
            }

            ref var entry = ref _entries[slot];
            entry.Client = client;
            entry.Generation = entry.Generation == uint.MaxValue ? 1 : entry.Generation + 1;
            return ((ulong)entry.Generation << 32) | ((ulong)slot << ChannelBits);
        }
    }

    /// <summary>Takes the key back; events that still carry it find nobody.</summary>
    public void Release(ulong key)
    {
        lock (_gate)
        {
            ref var entry = ref _entries[SlotOf(key)];
            if (entry.Client is null || entry.Generation != GenerationOf(key)) return;

            entry.Client = null;
            _free.Push(SlotOf(key));
        }
    }

    /// <summary>The client of a key of any channel; null when it was released.</summary>
    public IReactorClient? Find(ulong key)
    {
        lock (_gate)
        {
            int slot = SlotOf(key);
            return slot < _used && _entries[slot].Generation == GenerationOf(key) ? _entries[slot].Client : null;
        }
    }

    public static int ChannelOf(ulong key) => (int)(key & ((1 << ChannelBits) - 1));

    private static int SlotOf(ulong key) => (int)((uint)key >> ChannelBits);

    private static uint GenerationOf(ulong key) => (uint)(key >> 32);

    private struct Entry
    {
        public IReactorClient? Client;
        public uint Generation;
    }
}
