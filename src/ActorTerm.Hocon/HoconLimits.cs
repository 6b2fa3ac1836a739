namespace ActorTerm.Hocon;

/// <summary>
/// What one parse and one resolve may cost. A file beyond a limit is refused with a <see cref="HoconException"/> that names the
/// limit, so that a mistaken or hostile file takes neither the stack nor the memory of its reader.
/// </summary>
public sealed record HoconLimits
{
    public static HoconLimits Default { get; } = new();

    /// <summary>Size of one file or text: bytes of a file, UTF-16 code units of a text. Default 1 MiB.</summary>
    public int MaxFileSize { get; init; } = 1024 * 1024;

    /// <summary>Files that include one another, the first one not counted. Default 16.</summary>
    public int MaxIncludeDepth { get; init; } = 16;

    /// <summary>Files read for one configuration, however they include one another. Default 256.</summary>
    public int MaxFiles { get; init; } = 256;

    /// <summary>Objects and lists within one another; each element of a key <c>a.b.c</c> counts as one. Default 100.</summary>
    public int MaxNesting { get; init; } = 100;

    /// <summary>Substitutions that lead to one another before a value is reached. Default 256.</summary>
    public int MaxSubstitutionChain { get; init; } = 256;

    /// <summary>
    /// What resolving may make: values of the resolved tree, list elements copied and characters joined, added up. It bounds
    /// files whose substitutions double at every step. Default 4 Mi.
    /// </summary>
    public long MaxExpansion { get; init; } = 4L * 1024 * 1024;
}
