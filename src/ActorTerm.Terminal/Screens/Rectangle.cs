namespace ActorTerm.Terminal.Screens;

/// <summary>A rectangular area, 0-based, all four edges inside. It is empty when an edge is beyond its opposite.</summary>
internal readonly record struct Rectangle(int Top, int Left, int Bottom, int Right)
{
    public bool IsEmpty => Top > Bottom || Left > Right;

    public int Width => Right - Left + 1;
}
