using ActorTerm.Pty.Native;

namespace ActorTerm.Pty.Spawning;

/// <summary>
/// Says in a sentence why a start was refused. The kernel gives one number for several causes (ENOENT: the directory, the file or its
/// interpreter), so this looks again, after the fact.
/// </summary>
internal static class SpawnRefusal
{
    public static PtySpawnException Explain(int error, string file, string? directory)
    {
        if (directory is not null && WhatIsWrongWith(directory) is { } wrong) return Refuse(PtySpawnFailure.BadDirectory, wrong, error);

        string path = Path.Combine(directory ?? ".", file);
        return error switch
        {
            Errno.NoEntry when File.Exists(path) => Refuse(PtySpawnFailure.NotExecutable, $"{file} names an interpreter that does not exist", error),
            Errno.NoEntry => Refuse(PtySpawnFailure.NoSuchFile, $"no such file: {file}", error),
            Errno.NotDirectory or Errno.NameTooLong or Errno.Loop => Refuse(PtySpawnFailure.NoSuchFile, $"no file can be at {file}", error),
            Errno.Access when Directory.Exists(path) => Refuse(PtySpawnFailure.NotExecutable, $"{file} is a directory", error),
            Errno.Access => Refuse(PtySpawnFailure.NotExecutable, $"{file} is not executable", error),
            Errno.ExecFormat => Refuse(PtySpawnFailure.NotExecutable, $"{file} is neither a program nor a script with an interpreter line", error),
            Errno.ArgumentListTooLong => Refuse(PtySpawnFailure.ArgumentsTooLong, $"the arguments and environment of {file} are too long", error),
            Errno.Again or Errno.OutOfMemory or Errno.TooManyFiles or Errno.TooManyFilesInSystem =>
                Refuse(PtySpawnFailure.OutOfResources, $"{file} was not started: the system has no process, descriptor or memory left", error),
            _ => Refuse(PtySpawnFailure.Other, $"{file} was not started", error),
        };
    }

    /// <summary>The refusal of something other than the program itself: a terminal, a descriptor.</summary>
    public static PtySpawnException OutOf(string what, int error) => Refuse(
        error is Errno.NoSpace or Errno.Again or Errno.OutOfMemory or Errno.TooManyFiles or Errno.TooManyFilesInSystem
            ? PtySpawnFailure.OutOfResources
            : PtySpawnFailure.Other,
        $"no {what} could be had",
        error);

    private static string? WhatIsWrongWith(string directory) =>
        File.Exists(directory) ? $"the working directory {directory} is a file"
        : !Directory.Exists(directory) ? $"the working directory {directory} does not exist"
        : !ExecutableSearch.MayExecute(directory) ? $"the working directory {directory} may not be entered"
        : null;

    private static PtySpawnException Refuse(PtySpawnFailure failure, string message, int error) =>
        new(failure, $"{message} ({Errno.NameOf(error)})", Errno.NameOf(error));
}
