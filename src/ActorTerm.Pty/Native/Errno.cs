namespace ActorTerm.Pty.Native;

/// <summary>Error numbers of Linux (errno(3)), equal on x64 and arm64, and their names.</summary>
internal static class Errno
{
    public const int NoEntry = 2;
    public const int NoProcess = 3;
    public const int Interrupted = 4;
    public const int InputOutput = 5;
    public const int ArgumentListTooLong = 7;
    public const int ExecFormat = 8;
    public const int Again = 11;
    public const int OutOfMemory = 12;
    public const int Access = 13;
    public const int NotDirectory = 20;
    public const int TooManyFilesInSystem = 23;
    public const int TooManyFiles = 24;
    public const int NoSpace = 28;
    public const int Loop = 40;
    public const int NameTooLong = 36;

    private static readonly Dictionary<int, string> Names = new()
    {
        [1] = "EPERM", [NoEntry] = "ENOENT", [NoProcess] = "ESRCH", [Interrupted] = "EINTR", [InputOutput] = "EIO", [6] = "ENXIO",
        [ArgumentListTooLong] = "E2BIG", [ExecFormat] = "ENOEXEC", [9] = "EBADF", [10] = "ECHILD", [Again] = "EAGAIN", [OutOfMemory] = "ENOMEM",
        [Access] = "EACCES", [14] = "EFAULT", [16] = "EBUSY", [19] = "ENODEV", [NotDirectory] = "ENOTDIR", [21] = "EISDIR", [22] = "EINVAL",
        [TooManyFilesInSystem] = "ENFILE", [TooManyFiles] = "EMFILE", [25] = "ENOTTY", [26] = "ETXTBSY", [NoSpace] = "ENOSPC", [30] = "EROFS",
        [NameTooLong] = "ENAMETOOLONG", [38] = "ENOSYS", [Loop] = "ELOOP", [80] = "ELIBBAD",
    };

    /// <summary>Such as <c>ENOENT</c>; <c>errno 123</c> for one not named here.</summary>
    public static string NameOf(int error) => Names.TryGetValue(error, out var name) ? name : $"errno {error}";
}
