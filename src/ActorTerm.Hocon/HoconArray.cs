using System.Collections;

namespace ActorTerm.Hocon;

/// <summary>A list. It stays a list in every view of the tree that can hold one.</summary>
public sealed class HoconArray : HoconValue, IReadOnlyList<HoconValue>
{
    private readonly HoconValue[] _elements;

    public HoconArray(IEnumerable<HoconValue> elements, Origin origin) : base(origin)
    {
        _elements = [.. elements];
        Size = 1 + _elements.Sum(e => e.Size);
        Height = 1 + _elements.Select(e => e.Height).DefaultIfEmpty().Max();
    }

    public int Count => _elements.Length;

    public override string Kind => "a list";

    internal override long Size { get; }

    internal override int Height { get; }

    public HoconValue this[int index] => _elements[index];

    public override bool Equals(HoconValue? other) =>
        other is HoconArray array && (ReferenceEquals(this, other) || _elements.AsSpan().SequenceEqual(array._elements));

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var element in _elements) hash.Add(element);
        return hash.ToHashCode();
    }

    public IEnumerator<HoconValue> GetEnumerator() => ((IEnumerable<HoconValue>)_elements).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
