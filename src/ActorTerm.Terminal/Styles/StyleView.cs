namespace ActorTerm.Terminal.Styles;

/// <summary>What a line needs to turn the numbers of its styles into styles.</summary>
internal readonly ref struct StyleView(ReadOnlySpan<StyleKey> keys, ReadOnlySpan<Hyperlink?> links)
{
    private readonly ReadOnlySpan<StyleKey> _keys = keys;
    private readonly ReadOnlySpan<Hyperlink?> _links = links;

    public Style this[int id]
    {
        get
        {
            if (id == 0) return default;
            ref readonly var key = ref _keys[id];
            return new Style
            {
                Foreground = key.Foreground,
                Background = key.Background,
                UnderlineColor = key.UnderlineColor,
                Flags = key.Flags,
                Underline = key.Underline,
                Link = key.Link == 0 ? null : _links[key.Link],
            };
        }
    }
}
