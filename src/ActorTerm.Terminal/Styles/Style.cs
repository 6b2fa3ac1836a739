using System.Runtime.CompilerServices;

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

    internal bool IsDefault
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (Foreground.Packed | Background.Packed | UnderlineColor.Packed | (uint)Flags | (uint)Underline) == 0 && Link is null;
    }

    internal bool IsProtected => (Flags & StyleFlags.Protected) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Equals(Style other) =>
        Foreground.Packed == other.Foreground.Packed
        && Background.Packed == other.Background.Packed
        && Flags == other.Flags
        && Underline == other.Underline
        && UnderlineColor.Packed == other.UnderlineColor.Packed
        && ReferenceEquals(Link, other.Link);

    public override int GetHashCode()
    {
        var hash = Foreground.Packed * 0x9e3779b1u
            + Background.Packed * 0x85ebca77u
            + ((uint)Flags << 3 | (uint)Underline) * 0xc2b2ae3du
            + UnderlineColor.Packed * 0x27d4eb2fu;
        if (Link is not null) hash += (uint)RuntimeHelpers.GetHashCode(Link) * 0x165667b1u;
        return (int)(hash ^ hash >> 15);
    }
}
