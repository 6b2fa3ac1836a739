using ActorTerm.Language;

namespace ActorTerm.Runtime.Variables;

public static partial class VariablesProtocol
{
    /// <summary>
    /// The variables of one session, tab, window or of the app, for anyone to read. Only its <see cref="ScopeOwner"/> replaces them, by one
    /// volatile write; only the workspace moves it. Own variables have plain names, user variables stand under <c>user.</c>.
    /// </summary>
    /// <param name="identifier">The id of the session, tab or window as text; empty for the app.</param>
    /// <param name="createdBy">The session from which this session was made: its <c>parentSession</c>.</param>
    public sealed class ScopeHandle(ScopeKind kind, string identifier, ScopeHandle? createdBy = null)
    {
        private volatile VariableMap _variables = VariableMap.Empty;
        private volatile ScopeHandle? _parent;
        private volatile ScopeHandle? _current;
        private volatile ScopeHandle? _createdBy = createdBy;

        public ScopeKind Kind { get; } = kind;

        public string Identifier { get; } = identifier;

        /// <summary>A session's tab, a tab's window, a window's app; null for the app, and before the workspace has placed it.</summary>
        public ScopeHandle? Parent => _parent;

        /// <summary>A tab's current session, a window's current tab; null for the others.</summary>
        public ScopeHandle? Current => _current;

        internal VariableMap Variables
        {
            get => _variables;
            set => _variables = value;
        }

        /// <summary>For the workspace: this scope now belongs to <paramref name="parent"/>; monitors hear of it.</summary>
        public void PlaceIn(ScopeHandle? parent, IActorRef monitors)
        {
            if (_parent == parent) return;

            _parent = parent;
            monitors.Tell(new MonitorsActor.Rewired(this));
        }

        /// <summary>For the workspace: <paramref name="current"/> is now the current session of this tab, or tab of this window; monitors hear of it.</summary>
        public void MakeCurrent(ScopeHandle? current, IActorRef monitors)
        {
            if (_current == current) return;

            _current = current;
            monitors.Tell(new MonitorsActor.Rewired(this));
        }

        /// <summary>Reads one variable as it is now, by a path such as <c>tab.user.x</c>; JSON null when it is not set or is a context.</summary>
        public Value Read(string path)
        {
            var (scope, name) = Leaf(path);
            return scope is not null && scope.Variables.TryGet(name, out var value) ? value : Value.Null;
        }

        /// <summary>Follows contexts as far as the path names them: the scope the rest of the path is to be found in, null when there is none.</summary>
        internal ScopePlace Leaf(ReadOnlySpan<char> path)
        {
            ScopeHandle? scope = this;
            while (scope is not null && TakesContext(scope.Kind, path, out var context, out var rest))
            {
                scope = scope.Context(context);
                path = rest;
            }

            return new ScopePlace(scope, path);
        }

        /// <summary>The scope that a context of this one stands for now; null when there is none.</summary>
        internal ScopeHandle? Context(ReadOnlySpan<char> name) => name switch
        {
            "tab" or "window" => _parent,
            "currentSession" or "currentTab" => _current,
            "parentSession" => _createdBy,
            "iterm2" => App,
            _ => this,
        };

        /// <summary>Whether the name is a context in such a scope. <c>user</c> is none here: its variables are this scope's own.</summary>
        internal static bool IsContext(ScopeKind kind, ReadOnlySpan<char> name) => name switch
        {
            "iterm2" => true,
            "tab" or "session" or "parentSession" => kind == ScopeKind.Session,
            "window" or "currentSession" => kind == ScopeKind.Tab,
            "currentTab" => kind == ScopeKind.Window,
            _ => false,
        };

        /// <summary>Whether the path goes through a context of such a scope, and then the context and what follows its dot.</summary>
        internal static bool TakesContext(ScopeKind kind, ReadOnlySpan<char> path, out ReadOnlySpan<char> context, out ReadOnlySpan<char> rest)
        {
            var dot = path.IndexOf('.');
            context = dot > 0 ? path[..dot] : default;
            rest = dot > 0 ? path[(dot + 1)..] : path;
            return dot > 0 && IsContext(kind, context);
        }

        internal bool IsClosed { get; private set; }

        /// <summary>What it was made from is let go, so that a chain of creations is not kept for ever.</summary>
        internal void Close()
        {
            IsClosed = true;
            _createdBy = null;
        }

        private ScopeHandle? App
        {
            get
            {
                var scope = this;
                while (scope is { Kind: not ScopeKind.App }) scope = scope._parent;
                return scope;
            }
        }

        public override string ToString() => Identifier.Length == 0 ? Kind.ToString() : $"{Kind} {Identifier}";
    }

    /// <summary>Where a path leads: a scope, and what is left of the path there.</summary>
    internal readonly ref struct ScopePlace(ScopeHandle? scope, ReadOnlySpan<char> name)
    {
        public ScopeHandle? Scope { get; } = scope;

        public ReadOnlySpan<char> Name { get; } = name;

        public void Deconstruct(out ScopeHandle? scope, out ReadOnlySpan<char> name)
        {
            scope = Scope;
            name = Name;
        }
    }
}
