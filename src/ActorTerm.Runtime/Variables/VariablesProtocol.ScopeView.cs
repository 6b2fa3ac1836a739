using ActorTerm.Language;

namespace ActorTerm.Runtime.Variables;

public static partial class VariablesProtocol
{
    /// <summary>
    /// A scope as the language asks for it: each map is read once, so all variables of one scope are of the same moment. Belongs to one actor,
    /// which points it at a scope before each use and lets go after it; so looking allocates nothing.
    /// </summary>
    public sealed class ScopeView : IScope
    {
        private readonly List<(ScopeHandle Scope, VariableMap Map)> _read = [];
        private ScopeHandle? _scope;
        private ScopeFrame? _frame;

        public ScopeView LookAt(ScopeHandle scope, ScopeFrame? frame = null)
        {
            _read.Clear();
            (_scope, _frame) = (scope, frame);
            return this;
        }

        /// <summary>So that a scope that is gone is not kept alive by having been looked at.</summary>
        public void LetGo()
        {
            _read.Clear();
            (_scope, _frame) = (null, null);
        }

        public Lookup Find(VariablePath path, out Value value)
        {
            if (_frame is { } frame)
            {
                if (frame.TryGet(path.Name, out value)) return Lookup.Value;
                if (frame.IsContext(path.Name)) return Lookup.Context;
            }

            value = Value.Null;
            if (_scope is not { } start) return Lookup.Undefined;

            var (scope, name) = start.Leaf(path.Name);
            if (scope is null) return Lookup.Undefined;
            if (MapOf(scope).TryGet(name, out value)) return Lookup.Value;
            return IsContext(scope, name) ? Lookup.Context : Lookup.Undefined;
        }

        /// <summary><c>user.v</c> of a session, tab or window; not of the app.</summary>
        public bool IsUserWritable(VariablePath path)
        {
            if (_scope is not { } start) return false;

            var (scope, name) = start.Leaf(path.Name);
            return scope is { Kind: not ScopeKind.App } && IsSettable(name);
        }

        private VariableMap MapOf(ScopeHandle scope)
        {
            foreach (var (known, map) in _read)
                if (known == scope) return map;

            var read = scope.Variables;
            _read.Add((scope, read));
            return read;
        }

        private static bool IsContext(ScopeHandle scope, ReadOnlySpan<char> name) =>
            name is "user" || (ScopeHandle.IsContext(scope.Kind, name) && scope.Context(name) is not null);
    }
}
