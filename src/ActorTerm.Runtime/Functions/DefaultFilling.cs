using System.Collections.Immutable;
using ActorTerm.Language;
using static ActorTerm.Runtime.Functions.FunctionsProtocol;

namespace ActorTerm.Runtime.Functions;

/// <summary>Tries functions on a call that gives only some of their arguments: what is left out must come from variables.</summary>
internal sealed class DefaultFilling(FunctionSignature given, ImmutableArray<Value> arguments, IScope scope)
{
    /// <summary>Why the first function that had the given arguments did not fit, when that was an unset variable.</summary>
    public EvaluationError? Complaint { get; private set; }

    public bool TryFill(Route route, out ImmutableArray<Value> filled)
    {
        filled = [];
        var declared = route.Signature.Arguments;
        var all = ImmutableArray.CreateBuilder<Value>(declared.Length);
        VariablePath? unset = null;
        var next = 0;
        for (var i = 0; i < declared.Length; i++)
        {
            if (next < given.Arguments.Length && declared[i] == given.Arguments[next]) all.Add(arguments[next++]);
            else if (route.Defaults[i] is not { } path) return false;
            else if (scope.Find(path, out var value) == Lookup.Value || path.IsOptional) all.Add(value);
            else unset ??= path;
        }

        if (next < given.Arguments.Length) return false;   // it gives an argument that this one does not have
        if (unset is not null)
        {
            Complaint ??= EvaluationError.Unregistered(given) with { Message = Message(route, unset), Reason = Message(route, unset) };
            return false;
        }

        filled = all.MoveToImmutable();
        return true;
    }

    private string Message(Route route, VariablePath unset) =>
        $"no function registered for {given}: {route.Signature} takes the rest from variables, but \"{unset.Name}\" is not defined";
}
