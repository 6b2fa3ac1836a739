using System.Runtime.InteropServices;
using ActorTerm.Pty.Native;

namespace ActorTerm.Pty.Spawning;

/// <summary>
/// What happens to descriptors and directory between the birth of a child and its program, in the order added (posix_spawn(3)).
/// </summary>
internal sealed unsafe class SpawnFileActions : IDisposable
{
    private const int Size = 256;                 // posix_spawn_file_actions_t has 80 bytes in glibc; the rest is caution
    private const int FirstOther = 3;

    private void* _actions = NativeMemory.AllocZeroed(Size);

    public SpawnFileActions() => Require(Libc.FileActionsInit(_actions));

    public void* Pointer => _actions;

    /// <summary>
    /// One terminal as standard input, output and error. The child leads a new session, so opening it makes it the controlling one
    /// (tty(4)).
    /// </summary>
    public void OpenTerminal(byte* path)
    {
        Require(Libc.FileActionsAddOpen(_actions, 0, path, OpenFlags.ReadWrite, 0));
        Require(Libc.FileActionsAddDuplicate(_actions, 0, 1));
        Require(Libc.FileActionsAddDuplicate(_actions, 0, 2));
    }

    /// <summary>Three descriptors as standard input, output and error.</summary>
    public void TakeStreams(int input, int output, int errors)
    {
        Require(Libc.FileActionsAddDuplicate(_actions, input, 0));
        Require(Libc.FileActionsAddDuplicate(_actions, output, 1));
        Require(Libc.FileActionsAddDuplicate(_actions, errors, 2));
    }

    public void ChangeDirectory(byte* path) => Require(Libc.FileActionsAddChangeDirectory(_actions, path));

    /// <summary>Everything here is opened close-on-exec; this covers what other code of this process may have forgotten.</summary>
    public void CloseOthers() => Require(Libc.FileActionsAddCloseFrom(_actions, FirstOther));

    public void Dispose()
    {
        if (_actions == null) return;

        _ = Libc.FileActionsDestroy(_actions);
        NativeMemory.Free(_actions);
        _actions = null;
    }

    private static void Require(int error)
    {
        if (error != 0) throw new OutOfMemoryException($"posix_spawn file actions: {Errno.NameOf(error)}");
    }
}
