namespace ActorTerm.Terminal.Styles;

/// <summary>How a cell looks. The default value is plain text in the terminal's colours.</summary>
public readonly record struct Style
{
    public CellColor Foreground { get; init; }

    public CellColor Background { get; init; }

    /// <summary>SGR 58. <see cref="CellColorKind.Default"/> is the colour of the text.</summary>
    public CellColor UnderlineColor { get; init; }

    public StyleFlags Flags { get; init; }

    public UnderlineStyle Underline { get; init; }

    /// <summary>Null where there is no link.</summary>
    public Hyperlink? Link { get; init; }
}
