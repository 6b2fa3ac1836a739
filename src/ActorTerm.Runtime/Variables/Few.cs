namespace ActorTerm.Runtime.Variables;

/// <summary>Items of which there is mostly one, or none: only more take a list.</summary>
internal struct Few<T> where T : class
{
    private object? _held;       // null, the one item, or a list

    public readonly int Count => _held switch
    {
        null => 0,
        List<T> many => many.Count,
        _ => 1,
    };

    public readonly T this[int index] => _held is List<T> many ? many[index] : (T)_held!;

    public void Add(T item)
    {
        if (_held is List<T> many) many.Add(item);
        else _held = _held is null ? item : new List<T> { (T)_held, item };
    }

    public void Remove(T item)
    {
        if (_held is List<T> many) many.Remove(item);
        else if (ReferenceEquals(_held, item)) _held = null;
    }

    public readonly T[] ToArray()
    {
        var items = new T[Count];
        for (var i = 0; i < items.Length; i++) items[i] = this[i];
        return items;
    }
}
