namespace ActorTerm.Language.Tests.Rig;

/// <summary>Variables by their whole path; <c>user.</c> may be written. Counts how often it is asked.</summary>
internal sealed class TestScope : IScope
{
    private readonly Dictionary<string, Value> _values = [];
    private readonly HashSet<string> _contexts = [];

    public int Asked { get; private set; }

    /// <summary>The scope of the specification's test cases.</summary>
    public static TestScope OfTheTable()
    {
        var scope = new TestScope { ["foo"] = "5", ["one"] = "1", ["name"] = "\"hello\"", ["arr"] = "[10,20,30,40]", ["m"] = "[[1,2],null]" };
        scope["dict"] = "{\"k\":1}";
        scope["git-branch"] = "\"main\"";
        scope["user.x"] = "1";
        scope["session.foo"] = "5";
        scope._contexts.UnionWith(["user", "session"]);
        return scope;
    }

    public string this[string path]
    {
        set => _values[path] = Value.Parse(value);
    }

    public void AddContext(string path) => _contexts.Add(path);

    public Lookup Find(VariablePath path, out Value value)
    {
        Asked++;
        if (_values.TryGetValue(path.Name, out value)) return Lookup.Value;
        return _contexts.Contains(path.Name) ? Lookup.Context : Lookup.Undefined;
    }

    public bool IsUserWritable(VariablePath path) => path.Segments is ["user", _];
}
