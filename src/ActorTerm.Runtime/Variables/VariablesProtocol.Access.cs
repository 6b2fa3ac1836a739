using ActorTerm.Language;

namespace ActorTerm.Runtime.Variables;

public static partial class VariablesProtocol
{
    private const string UserPrefix = "user.";

    /// <summary>Why a request would be refused before anything is set; null when it would not.</summary>
    public static VariablesRefused? Check(VariablesRequest request)
    {
        foreach (var set in request.Sets)
            if (!IsSettable(set.Name)) return BadName(set.Name);
        return null;
    }

    /// <summary>Only the gets of a request.</summary>
    public static VariableValues Read(IReadOnlyList<string> gets, ScopeHandle scope) =>
        new([.. gets.Select(name => name == "*" ? All(scope) : scope.Read(name))]);

    /// <summary>Whether scripts may set a variable of that name.</summary>
    private static bool IsSettable(ReadOnlySpan<char> name) =>
        name.Length > UserPrefix.Length && name.StartsWith(UserPrefix) && !name[UserPrefix.Length..].Contains('.');

    private static VariablesRefused BadName(string name) =>
        new(VariablesRefusal.InvalidName, $"{name} cannot be set: only \"user.\" and a name without dots can");

    /// <summary>
    /// Every variable that is set, as one object of strings: the scope's own, and with dotted names those of what is current in it. Scopes
    /// above it are left out.
    /// </summary>
    private static Value All(ScopeHandle scope)
    {
        var members = new List<KeyValuePair<string, Value>>();
        AddAll(members, "", scope);
        return Value.Object(members);
    }

    private static void AddAll(List<KeyValuePair<string, Value>> members, string prefix, ScopeHandle scope)
    {
        var map = scope.Variables;
        for (var i = 0; i < map.Count; i++) members.Add(new(prefix + map.Names[i], Value.Of(map[i].ToDisplayString())));

        var context = scope.Kind == ScopeKind.Tab ? "currentSession." : "currentTab.";
        if (scope.Current is { } current) AddAll(members, prefix + context, current);
    }
}
