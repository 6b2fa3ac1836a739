using ActorTerm.Pty.Jobs;
using ActorTerm.Pty.Native;
using ActorTerm.Pty.Spawning;

namespace ActorTerm.Pty;

// What the owner asks of the terminal and of the program's processes.
internal sealed unsafe partial class LinuxPtyConnection
{
    public void Resize(int columns, int rows)
    {
        LinuxPtyHost.RequireSize(columns, nameof(columns));
        LinuxPtyHost.RequireSize(rows, nameof(rows));
        if (_disposed) return;

        var size = new WindowSize { Columns = (ushort)columns, Rows = (ushort)rows };
        _ = Libc.IoControl(_master, TerminalRequest.SetWindowSize, &size);
    }

    public bool Signal(int signal, bool foregroundGroup)
    {
        if (!foregroundGroup) return Child.SignalGroup(signal);

        // 0 and 1 would mean this process's own group, and every process there is (kill(2)).
        int group = ForegroundProcessGroup();
        return group > 1 && Libc.Kill(-group, signal) == 0;
    }

    public ValueTask<int> SignalSessionAsync(int signal) => new(_helper.Run(() => SessionProcesses.Signal([Child], signal)));

    public int ForegroundProcessGroup() => _disposed ? 0 : Math.Max(0, Libc.GetForegroundGroup(_master));

    public PtyLineModes LineModes()
    {
        Termios settings;
        if (_disposed || Libc.GetAttributes(_master, &settings) != 0) return PtyLineModes.None;

        return ((settings.LocalModes & TerminalSettings.Canonical) != 0 ? PtyLineModes.Canonical : 0)
            | ((settings.LocalModes & TerminalSettings.Echo) != 0 ? PtyLineModes.Echo : 0)
            | ((settings.LocalModes & TerminalSettings.Signals) != 0 ? PtyLineModes.Signals : 0);
    }

    public ValueTask<ForegroundJob?> ForegroundJobAsync() =>
        ForegroundProcessGroup() > 1 ? new(_helper.Run(ReadForegroundJob)) : new((ForegroundJob?)null);

    // The group is asked for again: work waits for the helper, and to look for the rest of a group that has ended meanwhile is to look at
    // every process there is. A master that is not disposed of is open here, for it is closed by this thread.
    private ForegroundJob? ReadForegroundJob()
    {
        int group = ForegroundProcessGroup();
        return group > 1 ? ForegroundJobReader.Read(group, Pid) : null;
    }
}
