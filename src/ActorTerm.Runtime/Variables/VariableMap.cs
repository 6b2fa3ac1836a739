using ActorTerm.Language;

namespace ActorTerm.Runtime.Variables;

/// <summary>
/// Names and values of one scope, immutable. Two sorted arrays: a scope has a few dozen names that are read far more often than they change,
/// and thousands of idle sessions pay for each byte. Changing a value keeps the array of names.
/// </summary>
internal sealed class VariableMap
{
    public static readonly VariableMap Empty = new([], [], 0);

    private readonly string[] _names;
    private readonly Value[] _values;

    private VariableMap(string[] names, Value[] values, long version)
    {
        _names = names;
        _values = values;
        Version = version;
    }

    /// <summary>Counts the changes since <see cref="Empty"/>.</summary>
    public long Version { get; }

    public int Count => _names.Length;

    public ReadOnlySpan<string> Names => _names;

    public Value this[int index] => _values[index];

    public bool TryGet(ReadOnlySpan<char> name, out Value value)
    {
        var at = IndexOf(name);
        value = at >= 0 ? _values[at] : Value.Null;
        return at >= 0;
    }

    public VariableMap With(string name, Value value)
    {
        var at = IndexOf(name);
        if (at >= 0)
        {
            var changed = (Value[])_values.Clone();
            changed[at] = value;
            return new VariableMap(_names, changed, Version + 1);
        }

        return new VariableMap(Insert(_names, ~at, name), Insert(_values, ~at, value), Version + 1);
    }

    public VariableMap Without(string name)
    {
        var at = IndexOf(name);
        return at < 0 ? this : new VariableMap(Remove(_names, at), Remove(_values, at), Version + 1);
    }

    /// <summary>Where the name stands, or the complement of where it would stand.</summary>
    private int IndexOf(ReadOnlySpan<char> name)
    {
        var (low, high) = (0, _names.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = _names[middle].AsSpan().SequenceCompareTo(name);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return ~low;
    }

    private static T[] Insert<T>(T[] array, int at, T item)
    {
        var longer = new T[array.Length + 1];
        Array.Copy(array, longer, at);
        longer[at] = item;
        Array.Copy(array, at, longer, at + 1, array.Length - at);
        return longer;
    }

    private static T[] Remove<T>(T[] array, int at)
    {
        var shorter = new T[array.Length - 1];
        Array.Copy(array, shorter, at);
        Array.Copy(array, at + 1, shorter, at, shorter.Length - at);
        return shorter;
    }
}
