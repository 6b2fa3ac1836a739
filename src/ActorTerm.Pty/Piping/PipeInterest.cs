namespace ActorTerm.Pty.Piping;

/// <summary>The pipes of a process that can be ready, by the process's names for them.</summary>
[Flags]
public enum PipeInterest
{
    None = 0,

    /// <summary>Its standard input takes bytes, or never will again.</summary>
    Input = 1,

    /// <summary>There is standard output to read, or its end.</summary>
    Output = 2,

    /// <summary>There is standard error to read, or its end.</summary>
    Errors = 4,
}
