using System.Text;
using ActorTerm.Hocon.Parsing;

namespace ActorTerm.Hocon;

/// <summary>A way through the tree, such as <c>a.b."c.d"</c>: three keys, the last of which holds a dot.</summary>
public sealed class HoconPath : IEquatable<HoconPath>
{
    public static readonly HoconPath Root = new([]);

    public HoconPath(IReadOnlyList<string> keys) => Keys = keys;

    public IReadOnlyList<string> Keys { get; }

    /// <summary>Reads a path expression: quoted parts keep their dots, every other dot separates.</summary>
    /// <exception cref="HoconException">An empty element that is not quoted, or text that is no path.</exception>
    public static HoconPath Parse(string text) => PathReader.Parse(text);

    public HoconPath Then(string key) => new([.. Keys, key]);

    public HoconPath Then(HoconPath path) => Keys.Count == 0 ? path : new([.. Keys, .. path.Keys]);

    public bool Equals(HoconPath? other) => other is not null && Keys.SequenceEqual(other.Keys);

    public override bool Equals(object? obj) => Equals(obj as HoconPath);

    public override int GetHashCode() => Keys.Aggregate(17, HashCode.Combine);

    /// <summary>The path expression that <see cref="Parse"/> reads back.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var key in Keys)
        {
            if (text.Length > 0) text.Append('.');
            HoconRenderer.AppendKey(text, key);
        }

        return text.ToString();
    }
}
