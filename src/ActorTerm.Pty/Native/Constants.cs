namespace ActorTerm.Pty.Native;

/// <summary>open(2) flags that are equal on x64 and arm64 (others, such as O_DIRECTORY, are not).</summary>
internal static class OpenFlags
{
    public const int ReadWrite = 2;
    public const int NoControllingTerminal = 0x100;
    public const int NonBlocking = 0x800;
    public const int CloseOnExec = 0x80000;
}

/// <summary>Commands of fcntl(2).</summary>
internal static class FileControlCommand
{
    /// <summary>F_SETFL: of the flags given to open(2), those that can be changed.</summary>
    public const int SetFlags = 4;
}

/// <summary>Requests of ioctl_tty(2).</summary>
internal static class TerminalRequest
{
    public const nuint SetWindowSize = 0x5414;

    /// <summary>Opens the other end of a master without its path (Linux 4.13); the argument is the flags of open(2).</summary>
    public const nuint OpenPeer = 0x5441;
}

/// <summary>epoll_ctl(2), epoll_wait(2).</summary>
internal static class Epoll
{
    public const int CloseOnExec = 0x80000;

    public const int Add = 1;
    public const int Delete = 2;
    public const int Modify = 3;

    public const uint In = 0x1;
    public const uint Out = 0x4;
    public const uint Error = 0x8;
    public const uint Hangup = 0x10;
    public const uint OneShot = 1u << 30;
    public const uint EdgeTriggered = 1u << 31;
}

/// <summary>Flags of eventfd(2).</summary>
internal static class EventDescriptorFlags
{
    public const int NonBlocking = 0x800;
    public const int CloseOnExec = 0x80000;
}

/// <summary>posix_spawnattr_setflags(3), spawn.h.</summary>
internal static class SpawnFlags
{
    public const short SetDefaultSignals = 0x04;
    public const short SetSignalMask = 0x08;
    public const short NewSession = 0x80;
}

/// <summary>waitid(2).</summary>
internal static class Wait
{
    public const int ByPid = 1;
    public const int ByPidDescriptor = 3;
    public const int NoHang = 1;
    public const int Exited = 4;

    public const int CodeExited = 1;
}
