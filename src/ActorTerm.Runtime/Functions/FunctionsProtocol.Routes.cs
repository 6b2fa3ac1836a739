using System.Collections.Immutable;
using ActorTerm.Language;
using ActorTerm.Runtime.Variables;

namespace ActorTerm.Runtime.Functions;

public static partial class FunctionsProtocol
{
    /// <summary>Where calls of one function go.</summary>
    public sealed class Route
    {
        internal Route(FunctionSignature signature, ImmutableArray<VariablePath?> defaults, TimeSpan timeout, IActorRef target)
        {
            Signature = signature;
            Defaults = defaults;
            Timeout = timeout;
            Target = target;
        }

        public FunctionSignature Signature { get; }

        /// <summary>How long a caller waits for it.</summary>
        public TimeSpan Timeout { get; }

        public IActorRef Target { get; }

        /// <summary>The <see cref="Routes.Version"/> it came with.</summary>
        public long Since { get; internal set; }

        /// <summary>Beside each argument of the signature, the variable that stands in for it; null where there is none.</summary>
        internal ImmutableArray<VariablePath?> Defaults { get; }
    }

    /// <summary>Every function that can be called, immutable. The table makes a new one at each change.</summary>
    public sealed class Routes
    {
        private readonly ImmutableDictionary<FunctionSignature, Route> _bySignature;
        private readonly ImmutableDictionary<string, ImmutableSortedSet<Route>> _byName;
        private readonly Route? _workspace;

        private Routes(
            long version,
            ImmutableDictionary<FunctionSignature, Route> bySignature,
            ImmutableDictionary<string, ImmutableSortedSet<Route>> byName,
            Route? workspace)
        {
            Version = version;
            _bySignature = bySignature;
            _byName = byName;
            _workspace = workspace;
        }

        /// <summary>Only built-in functions that need no workspace.</summary>
        public static Routes None { get; } =
            new(0, ImmutableDictionary<FunctionSignature, Route>.Empty, ImmutableDictionary<string, ImmutableSortedSet<Route>>.Empty, null);

        /// <summary>Counts the changes.</summary>
        public long Version { get; }

        /// <summary>All of that full name, those with the fewest arguments first, then in ordinal order.</summary>
        public IEnumerable<Route> Named(string fullName) => _byName.TryGetValue(fullName, out var routes) ? routes : [];

        /// <summary>The script's function of exactly that signature; null when there is none.</summary>
        public Route? Find(FunctionSignature signature) => _bySignature.GetValueOrDefault(signature);

        internal Routes With(Route route)
        {
            route.Since = Version + 1;
            var name = route.Signature.FullName;
            var named = _byName.TryGetValue(name, out var before) ? before : ImmutableSortedSet.Create<Route>(FewestArgumentsFirst.Instance);
            return new Routes(Version + 1, _bySignature.SetItem(route.Signature, route), _byName.SetItem(name, named.Add(route)), _workspace);
        }

        internal Routes Without(IEnumerable<FunctionSignature> signatures)
        {
            var bySignature = _bySignature.ToBuilder();
            var byName = _byName.ToBuilder();
            foreach (var signature in signatures)
            {
                if (!bySignature.Remove(signature, out var route)) continue;

                var left = byName[signature.FullName].Remove(route);
                if (left.IsEmpty) byName.Remove(signature.FullName);
                else byName[signature.FullName] = left;
            }

            return new Routes(Version + 1, bySignature.ToImmutable(), byName.ToImmutable(), _workspace);
        }

        /// <summary>With what carries out the built-in functions that need the workspace.</summary>
        internal Routes WithWorkspace(Route workspace) => new(Version + 1, _bySignature, _byName, workspace);

        /// <summary>
        /// Which function a call means: the built-in that takes these arguments, and never a script's when the name begins with
        /// <c>iterm2.</c>. Else the one of exactly these arguments; else one of that name that has these arguments and whose others all come from
        /// variables that are set or optional. Of several the one with the fewest such, then the first in ordinal order.
        /// </summary>
        /// <param name="arguments">In the order of the signature's.</param>
        /// <param name="scope">Where defaults are looked up.</param>
        public RouteChoice Choose(FunctionSignature given, ImmutableArray<Value> arguments, IScope scope)
        {
            if (Find(given) is { } exact) return new RouteChoice(exact, arguments);
            if (given.FullName.StartsWith(BuiltIn.NameSpace, StringComparison.Ordinal)) return ChooseBuiltIn(given, arguments, scope, receiver: null);
            if (!_byName.TryGetValue(given.FullName, out var candidates)) return new RouteChoice(EvaluationError.Unregistered(given));

            var filling = new DefaultFilling(given, arguments, scope);
            RouteChoice? chosen = null;
            foreach (var candidate in candidates)
            {
                if (chosen is { } first)
                {
                    var rivals = candidate.Signature.Arguments.Length == first.Route!.Signature.Arguments.Length && filling.TryFill(candidate, out _);
                    return rivals ? first with { Rival = candidate } : first;
                }

                if (filling.TryFill(candidate, out var filled)) chosen = new RouteChoice(candidate, filled);
            }

            return chosen ?? new RouteChoice(filling.Complaint ?? EvaluationError.Unregistered(given, candidates[0].Signature));
        }

        /// <summary>Which method of a scope a call means. Only built-in functions are methods.</summary>
        /// <param name="scope">Of the receiver.</param>
        public RouteChoice ChooseMethod(FunctionSignature given, ImmutableArray<Value> arguments, IScope scope, VariablesProtocol.ScopeKind receiver) =>
            ChooseBuiltIn(given, arguments, scope, receiver);

        /// <summary>As <see cref="Choose"/>, where nothing may happen: built-in functions that act give a placeholder, those of scripts null.</summary>
        public static RouteChoice ChooseWithoutEffects(FunctionSignature given, ImmutableArray<Value> arguments) =>
            BuiltIns.Find(given, receiver: null) switch
            {
                null => new RouteChoice(Value.Null),
                { Placeholder: { } placeholder } => new RouteChoice(Value.Of(placeholder)),
                BuiltIn.ByWorkspace or BuiltIn.BySession => new RouteChoice(Value.Null),
                var pure => pure.Run(given, arguments, EmptyScope.Instance, workspace: null),
            };

        private RouteChoice ChooseBuiltIn(
            FunctionSignature given, ImmutableArray<Value> arguments, IScope scope, VariablesProtocol.ScopeKind? receiver) =>
            BuiltIns.Find(given, receiver) is { } function
                ? function.Run(given, arguments, scope, _workspace)
                : new RouteChoice(EvaluationError.Unregistered(given, BuiltIns.Similar(given, receiver)));

        private sealed class FewestArgumentsFirst : IComparer<Route>
        {
            public static readonly FewestArgumentsFirst Instance = new();

            public int Compare(Route? x, Route? y)
            {
                var (a, b) = (x!.Signature, y!.Signature);
                var order = a.Arguments.Length.CompareTo(b.Arguments.Length);
                return order != 0 ? order : string.CompareOrdinal(a.ToString(), b.ToString());
            }
        }
    }
}
