namespace ActorTerm.Language;

/// <summary>A scope without variables.</summary>
public sealed class EmptyScope : IScope
{
    public static EmptyScope Instance { get; } = new();

    public Lookup Find(VariablePath path, out Value value)
    {
        value = default;
        return Lookup.Undefined;
    }

    public bool IsUserWritable(VariablePath path) => false;
}
