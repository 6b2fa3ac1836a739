using System.Collections.Immutable;
using ActorTerm.Language;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Variables;
using ActorTerm.Runtime.Workspace;
using static ActorTerm.Runtime.Functions.FunctionsProtocol;

namespace ActorTerm.Runtime.Functions;

/// <summary>One function of the host itself, in the name space <c>iterm2</c>.</summary>
/// <param name="Name">Without name space.</param>
/// <param name="Required">Sorted (ordinal).</param>
internal abstract record BuiltIn(string Name, ImmutableArray<string> Required)
{
    public const string NameSpace = "iterm2.";

    /// <summary>Arguments that may be left out, or be null.</summary>
    public ImmutableArray<string> Optional { get; init; } = [];

    /// <summary>For a method: the kind of scope that has it. Null for a function that any scope may call.</summary>
    public VariablesProtocol.ScopeKind? Receiver { get; init; }

    /// <summary>Shown where a text is evaluated without effects; null when running it has none.</summary>
    public string? Placeholder => HasEffects ? $"[{Name}]" : null;

    public FunctionSignature Signature { get; } = new(NameSpace + Name, Required);

    protected abstract bool HasEffects { get; }

    /// <summary>Whether a call with these arguments means this function.</summary>
    public bool Takes(FunctionSignature given)
    {
        if (given.FullName != Signature.FullName) return false;

        foreach (var argument in Required)
            if (!given.Arguments.Contains(argument)) return false;
        foreach (var argument in given.Arguments)
            if (!Required.Contains(argument) && !Optional.Contains(argument)) return false;
        return true;
    }

    /// <param name="arguments">In the order of <paramref name="given"/>, which this function takes.</param>
    /// <param name="workspace">What carries out <see cref="ByWorkspace"/>s; null when nothing does yet.</param>
    public abstract RouteChoice Run(FunctionSignature given, ImmutableArray<Value> arguments, IScope scope, Route? workspace);

    /// <summary>Needs nothing but its one argument.</summary>
    internal sealed record Pure(string Name, string Argument, Pure.Body Compute) : BuiltIn(Name, [Argument])
    {
        internal delegate EvaluationError? Body(Value argument, out Value result);

        protected override bool HasEffects => false;

        public override RouteChoice Run(FunctionSignature given, ImmutableArray<Value> arguments, IScope scope, Route? workspace) =>
            Compute(arguments[0], out var result) is { } error ? new RouteChoice(error) : new RouteChoice(result);
    }

    /// <summary>Needs a person in front of a window.</summary>
    internal sealed record UserInterface(string Name, params ImmutableArray<string> Required) : BuiltIn(Name, Required)
    {
        protected override bool HasEffects => true;

        public override RouteChoice Run(FunctionSignature given, ImmutableArray<Value> arguments, IScope scope, Route? workspace) =>
            new(EvaluationError.Raised("no user interface on this host"));
    }

    /// <summary>Carried out by the session whose id is the variable <c>id</c>.</summary>
    internal sealed record BySession(string Name, ImmutableArray<string> Required, BySession.RequestMaker MakeRequest) : BuiltIn(Name, Required)
    {
        private static readonly VariablePath Id = VariablePath.Of("id");

        /// <summary>The message to the session; null with the error when an argument is bad.</summary>
        /// <param name="argument">By its name; JSON null when it was left out.</param>
        internal delegate object? RequestMaker(BySession function, Func<string, Value> argument, out EvaluationError? error);

        /// <summary>Only reads.</summary>
        public bool IsQuery { get; init; }

        protected override bool HasEffects => !IsQuery;

        public override RouteChoice Run(FunctionSignature given, ImmutableArray<Value> arguments, IScope scope, Route? workspace)
        {
            var request = MakeRequest(this, name => given.Arguments.IndexOf(name) is >= 0 and var at ? arguments[at] : Value.Null, out var error);
            if (error is not null) return new RouteChoice(error);
            if (scope.Find(Id, out var value) != Lookup.Value || !value.TryGetString(out var text) || !SessionId.TryParse(text, out var id))
                return new RouteChoice(EvaluationError.Raised($"{Signature} does not apply here: it needs a session"));
            return workspace is null
                ? new RouteChoice(EvaluationError.Unregistered(given))
                : new RouteChoice(workspace, arguments) { BuiltIn = this, Request = new WorkspaceProtocol.ToSession(SessionTarget.Of(id), request!) };
        }
    }

    /// <summary>Carried out by the workspace. Its arguments are strings; what it acts on is named by the variable <c>id</c>.</summary>
    internal sealed record ByWorkspace(string Name, string Argument, ByWorkspace.RequestMaker MakeRequest) : BuiltIn(Name, [Argument])
    {
        private static readonly VariablePath Id = VariablePath.Of("id");

        /// <summary>The message to the workspace; null when the id is of another kind, or with the error when the argument is bad.</summary>
        internal delegate object? RequestMaker(string id, string argument, out EvaluationError? error);

        /// <summary>Only reads.</summary>
        public bool IsQuery { get; init; }

        protected override bool HasEffects => !IsQuery;

        public override RouteChoice Run(FunctionSignature given, ImmutableArray<Value> arguments, IScope scope, Route? workspace)
        {
            if (!arguments[0].TryGetString(out var argument))
                return new RouteChoice(PureFunctions.BadArgument(Signature, Argument, "a string", arguments[0]));
            if (scope.Find(Id, out var value) != Lookup.Value || !value.TryGetString(out var id)) id = "";

            var request = MakeRequest(id, argument, out var error);
            if (error is not null) return new RouteChoice(error);
            if (request is null) return new RouteChoice(EvaluationError.Raised($"{Signature} does not apply here"));
            return workspace is null
                ? new RouteChoice(EvaluationError.Unregistered(given))
                : new RouteChoice(workspace, arguments) { BuiltIn = this, Request = request };
        }
    }
}
