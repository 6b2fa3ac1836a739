namespace ActorTerm.Language;

/// <summary>What a name means to a <see cref="IScope"/>.</summary>
public enum Lookup
{
    /// <summary>No such variable, or one that is unset.</summary>
    Undefined,

    /// <summary>A value; null counts as unset.</summary>
    Value,

    /// <summary>Another object's variables, such as <c>user</c> or <c>tab</c>: it can be looked into, but is no value itself.</summary>
    Context,
}

/// <summary>The variables that one call sees. Asked once for each path, when an evaluation starts.</summary>
public interface IScope
{
    Lookup Find(VariablePath path, out Value value);

    /// <summary>May a function be given this variable to write: <c>user.v</c> of the scope, whether it is set or not.</summary>
    bool IsUserWritable(VariablePath path);
}
