namespace ActorTerm.Pty;

/// <summary>What stood in the way of a start.</summary>
public enum PtySpawnFailure
{
    /// <summary>No file by that path, or by that name in PATH.</summary>
    NoSuchFile,

    /// <summary>
    /// The file is a directory, lacks the execute permission, or is neither a program nor a script with an interpreter line.
    /// </summary>
    NotExecutable,

    /// <summary>The working directory does not exist, is no directory, or may not be entered.</summary>
    BadDirectory,

    /// <summary>Arguments and environment together exceed what execve(2) takes.</summary>
    ArgumentsTooLong,

    /// <summary>The system has no pseudo-terminal, descriptor, process or memory left.</summary>
    OutOfResources,

    /// <summary>Anything else; the error name says what.</summary>
    Other,
}

/// <summary>A program could not be started. The message is one sentence for people and names the file or directory.</summary>
public sealed class PtySpawnException(PtySpawnFailure failure, string message, string errorName) : Exception(message)
{
    /// <summary>What stood in the way.</summary>
    public PtySpawnFailure Failure { get; } = failure;

    /// <summary>The system's name for the error, such as <c>ENOENT</c> (errno(3)).</summary>
    public string ErrorName { get; } = errorName;
}
