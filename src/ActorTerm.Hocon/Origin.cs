namespace ActorTerm.Hocon;

/// <summary>Where something was written.</summary>
/// <param name="Source">A file's path, the name given to a text, or another source such as <c>environment variable HOME</c>.</param>
/// <param name="Line">From 1; 0 when the source has no lines.</param>
/// <param name="Column">From 1, in characters (code points, a tab counts as one); 0 when the source has no lines.</param>
public sealed record Origin(string Source, int Line, int Column)
{
    /// <summary>A source without lines.</summary>
    public static Origin Of(string source) => new(source, 0, 0);

    public override string ToString() => Line == 0 ? Source : $"{Source}:{Line}:{Column}";
}
