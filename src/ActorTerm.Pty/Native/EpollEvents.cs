using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ActorTerm.Pty.Native;

/// <summary>
/// An array of <c>struct epoll_event</c>: 32 bits of events and 64 of data, packed into 12 bytes on x64 and padded to 16 elsewhere
/// (epoll_event(3type)).
/// </summary>
internal sealed unsafe class EpollEvents(int capacity)
{
    private static readonly int Size = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 12 : 16;
    private static readonly int DataOffset = Size - sizeof(ulong);

    // Pinned for life: the kernel writes into it while the collector may run.
    private readonly byte[] _bytes = GC.AllocateUninitializedArray<byte>(capacity * Size, pinned: true);

    public int Capacity => capacity;

    public byte* Pointer => (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_bytes));

    public (uint Events, ulong Data) this[int index] => (
        BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(index * Size)),
        BinaryPrimitives.ReadUInt64LittleEndian(_bytes.AsSpan(index * Size + DataOffset)));

    /// <summary>epoll_ctl(2) with one event.</summary>
    /// <returns>0, or the error number.</returns>
    public static int Control(int epoll, int operation, int descriptor, uint events, ulong data)
    {
        byte* one = stackalloc byte[16];
        Unsafe.WriteUnaligned(one, events);
        Unsafe.WriteUnaligned(one + DataOffset, data);
        return Libc.EpollControl(epoll, operation, descriptor, one) == 0 ? 0 : Marshal.GetLastPInvokeError();
    }
}
