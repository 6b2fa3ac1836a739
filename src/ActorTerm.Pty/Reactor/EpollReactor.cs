using System.Collections.Concurrent;
using System.ComponentModel;
using System.Runtime.InteropServices;
using ActorTerm.Pty.Native;

namespace ActorTerm.Pty.Reactor;

/// <summary>
/// One thread and one epoll set for every terminal and every child. It only says what is ready; reading and writing is the owners' work, so
/// no session can hold another one up here.
/// </summary>
internal sealed unsafe class EpollReactor : IDisposable
{
    private const ulong WakeKey = 0;

    private readonly ReactorSlots _slots = new();
    private readonly ConcurrentQueue<IReactorClient> _woken = new();
    private readonly Queue<(IReactorClient Client, long DueAt)> _waiting = new();   // one delay for all, so it is in order; reactor thread only
    private readonly EpollEvents _events;
    private readonly long _drainTime;                                              // milliseconds
    private readonly int _epoll;
    private readonly int _wake;
    private readonly Thread _thread;
    private int _wakePending;
    private volatile bool _stopping;

    public EpollReactor(PtyHostOptions options)
    {
        _events = new EpollEvents(options.EventBatch);
        _drainTime = (long)options.DrainTime.TotalMilliseconds;
        _epoll = Check(Libc.EpollCreate(Epoll.CloseOnExec), "epoll_create1");
        _wake = Check(Libc.EventDescriptor(0, EventDescriptorFlags.CloseOnExec | EventDescriptorFlags.NonBlocking), "eventfd");
        Require(EpollEvents.Control(_epoll, Epoll.Add, _wake, Epoll.In, WakeKey), "epoll_ctl");
        _thread = new Thread(Run) { IsBackground = true, Name = "pty-reactor" };
        _thread.Start();
    }

    /// <summary>Milliseconds of a clock that only goes forward.</summary>
    public static long Now => Environment.TickCount64;

    public ulong Attach(IReactorClient client) => _slots.Take(client);

    public void Detach(ulong key) => _slots.Release(key);

    /// <summary>Puts a descriptor into the set.</summary>
    /// <returns>0, or the error number (ENOMEM, ENOSPC: epoll_ctl(2)).</returns>
    public int Watch(int descriptor, ulong key, int channel, uint events) =>
        EpollEvents.Control(_epoll, Epoll.Add, descriptor, events, key | (uint)channel);

    /// <summary>Says anew what a watched descriptor is watched for.</summary>
    public void Rewatch(int descriptor, ulong key, int channel, uint events) =>
        Require(EpollEvents.Control(_epoll, Epoll.Modify, descriptor, events, key | (uint)channel), "epoll_ctl");

    /// <summary>Takes a descriptor out of the set; to be called before it is closed.</summary>
    public void Unwatch(int descriptor) => Require(EpollEvents.Control(_epoll, Epoll.Delete, descriptor, 0, 0), "epoll_ctl");

    /// <summary>Has <see cref="IReactorClient.Woken"/> called soon. From any thread.</summary>
    public void Wake(IReactorClient client)
    {
        _woken.Enqueue(client);
        WakeThread();
    }

    /// <summary>Has <see cref="IReactorClient.Due"/> called after the drain time. On the reactor's thread only.</summary>
    public void CallAfterDrain(IReactorClient client) => _waiting.Enqueue((client, Now + _drainTime));

    /// <summary>Ends the thread and waits for it; clients hear nothing more.</summary>
    public void Dispose()
    {
        if (_stopping) return;

        _stopping = true;
        WakeThread();
        _thread.Join();
        _ = Libc.Close(_epoll);
        _ = Libc.Close(_wake);
    }

    private void Run()
    {
        while (!_stopping)
        {
            int count = Libc.EpollWait(_epoll, _events.Pointer, _events.Capacity, Timeout());
            if (count < 0 && Marshal.GetLastPInvokeError() != Errno.Interrupted) Check(count, "epoll_wait");

            for (int i = 0; i < count; i++)
            {
                var (events, key) = _events[i];
                if (key == WakeKey) ForgetWake();
                else _slots.Find(key)?.Signalled(ReactorSlots.ChannelOf(key), events);
            }

            while (_woken.TryDequeue(out var client)) client.Woken();
            while (_waiting.TryPeek(out var next) && next.DueAt <= Now) _waiting.Dequeue().Client.Due();
        }
    }

    /// <summary>Milliseconds until the first client is due; -1 when none waits.</summary>
    private int Timeout() => _waiting.TryPeek(out var next) ? (int)Math.Clamp(next.DueAt - Now, 0, int.MaxValue) : -1;

    private void WakeThread()
    {
        if (Interlocked.Exchange(ref _wakePending, 1) != 0) return;   // already on its way, and the queue is emptied after it arrives

        ulong one = 1;
        _ = Libc.Write(_wake, (byte*)&one, sizeof(ulong));
    }

    private void ForgetWake()
    {
        ulong count;
        _ = Libc.Read(_wake, (byte*)&count, sizeof(ulong));
        Interlocked.Exchange(ref _wakePending, 0);                    // before the queue is emptied: a later Wake must write again
    }

    private static int Check(int result, string call) => result >= 0 ? result : throw new Win32Exception(Marshal.GetLastPInvokeError(), $"{call} failed");

    private static void Require(int error, string call)
    {
        if (error != 0) throw new Win32Exception(error, $"{call} failed: {Errno.NameOf(error)}");
    }
}
