using System.Collections.Concurrent;
using ActorTerm.Language;

namespace ActorTerm.Runtime.Variables;

/// <summary>
/// Names and values of one scope, immutable. Two sorted arrays: a scope has a few dozen names that are read far more often than they change,
/// and thousands of idle sessions pay for each byte. Changing a value keeps the array of names.
/// </summary>
internal sealed class VariableMap
{
    public static readonly VariableMap Empty = new([], isShared: true, [], 0);

    private readonly string[] _names;
    private readonly Value[] _values;

    private readonly bool _isShared;

    private VariableMap(string[] names, bool isShared, Value[] values, long version)
    {
        _names = names;
        _isShared = isShared;
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
            return new VariableMap(_names, _isShared, changed, Version + 1);
        }

        var isShared = NameLists.TryInsert(this, ~at, name, out var names);
        return new VariableMap(names, isShared, Insert(_values, ~at, value), Version + 1);
    }

    public VariableMap Without(string name)
    {
        var at = IndexOf(name);
        return at < 0 ? this : new VariableMap(Remove(_names, at), isShared: false, Remove(_values, at), Version + 1);
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

    /// <summary>
    /// Lists of names that maps have in common: scopes of one kind are given the same variables in the same order, so each list is made once,
    /// where its predecessor was shared too. Names of users are not shared.
    /// </summary>
    private static class NameLists
    {
        /// <summary>Lists kept. The host's own variables make some hundred; whatever comes after that is not shared.</summary>
        private const int Limit = 1_024;

        private static readonly ConcurrentDictionary<(string[] Before, string Added), string[]> Made = new();

        /// <returns>Whether the list is shared.</returns>
        public static bool TryInsert(VariableMap map, int at, string name, out string[] names)
        {
            if (!map._isShared || name.Contains('.', StringComparison.Ordinal))
            {
                names = Insert(map._names, at, name);
                return false;
            }

            if (Made.TryGetValue((map._names, name), out names!)) return true;

            names = Insert(map._names, at, name);
            if (Made.Count >= Limit) return false;

            names = Made.GetOrAdd((map._names, name), names);
            return true;
        }
    }
}
