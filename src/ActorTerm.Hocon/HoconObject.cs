using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace ActorTerm.Hocon;

/// <summary>An object: fields in the order in which their keys first appeared, keys case-sensitive and distinct.</summary>
public sealed class HoconObject : HoconValue, IReadOnlyCollection<HoconField>
{
    private readonly OrderedDictionary<string, HoconField> _fields = [];

    /// <exception cref="ArgumentException">A key appears twice.</exception>
    public HoconObject(IEnumerable<HoconField> fields, Origin origin) : base(origin)
    {
        foreach (var field in fields)
        {
            _fields.Add(field.Key, field);
            Size += field.Value.Size;
            Height = Math.Max(Height, field.Value.Height + 1);
        }
    }

    public int Count => _fields.Count;

    public override string Kind => "an object";

    internal override long Size { get; } = 1;

    internal override int Height { get; } = 1;

    public bool TryGetField(string key, [NotNullWhen(true)] out HoconField? field) => _fields.TryGetValue(key, out field);

    public override bool Equals(HoconValue? other) =>
        other is HoconObject o && (ReferenceEquals(this, other) || (o.Count == Count && this.All(o.HasEqual)));

    public override int GetHashCode() => _fields.Values.Aggregate(Count, (hash, f) => hash ^ HashCode.Combine(f.Key, f.Value));

    public IEnumerator<HoconField> GetEnumerator() => _fields.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private bool HasEqual(HoconField field) => TryGetField(field.Key, out var mine) && mine.Value.Equals(field.Value);
}
