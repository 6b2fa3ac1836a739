using ActorTerm.Language;
using ActorTerm.Runtime.Functions;
using ActorTerm.Runtime.Variables;

namespace ActorTerm.Runtime.Invocations;

public static partial class InvocationsProtocol
{
    /// <summary>
    /// An interpolated string that stays true: a title, a name, a badge. It is read at once, without effects and without scripts' functions; when
    /// it calls any, again by <c>/invocations</c>; and once more whenever a variable it reads changes or a function it lacks appears. What is
    /// told in one turn of its owner is merged, and an older result never replaces a newer one.
    /// </summary>
    public sealed class LiveString
    {
        /// <summary>The text of a string that depends on itself.</summary>
        public const string Cycle = "[Cycle detected]";

        private readonly LiveStringHost _host;
        private readonly VariablesProtocol.ScopeHandle _scope;
        private readonly IReadOnlyList<VariablesProtocol.VariableKey> _targets;
        private readonly Action<string> _changed;
        private readonly InterpolationMode _mode;
        private readonly VariablesProtocol.ScopeView _view;
        private LiveReference[] _references = [];
        private HashSet<string>? _missing;
        private InterpolatedString? _parsed;
        private string? _text;
        private string? _complaint;
        private long _formats;
        private long _lastAsked;
        private long _lastShown;
        private int _underWay;
        private bool _isDue;
        private bool _isBehind;

        internal LiveString(
            LiveStringHost host,
            VariablesProtocol.ScopeView view,
            VariablesProtocol.ScopeHandle scope,
            IReadOnlyList<VariablesProtocol.VariableKey> targets,
            Action<string> changed,
            InterpolationMode mode)
        {
            _host = host;
            _view = view;
            _scope = scope;
            _targets = targets;
            _changed = changed;
            _mode = mode;
        }

        /// <summary>As it reads now; empty before it has a format, and when evaluating it fails.</summary>
        public string Text => _text ?? "";

        /// <summary>Follows another format from now on.</summary>
        public void SetFormat(string format)
        {
            Stop();
            if (!_host.Texts.TryParseInterpolatedString(format, _mode, out _parsed, out var error))
            {
                Complain(EvaluationError.Of(error));
                Show("");
                return;
            }

            _references = [.. _parsed.References.Select(path => new LiveReference(this, _formats, path.Name))];
            foreach (var reference in _references) Monitor(reference);
            if (ReadAtOnce(out var text)) Ask();
            Show(text);
        }

        /// <summary>Ends its monitors; results under way are not shown.</summary>
        internal void Stop()
        {
            foreach (var reference in _references) _host.Monitors.Tell(new VariablesProtocol.Unmonitor(_host.Owner, reference), _host.Owner);
            _references = [];
            _missing = null;
            _parsed = null;
            _isBehind = false;
            _formats++;
            _lastShown = _lastAsked;
        }

        internal void HearChange(LiveReference reference)
        {
            if (reference.Format == _formats) BecomeDue();
        }

        internal void HearFunction(string fullName)
        {
            if (_missing?.Remove(fullName) is true) BecomeDue();
        }

        internal void HearCycle(LiveReference reference)
        {
            if (reference.Format != _formats) return;

            Stop();
            Show(Cycle);
        }

        internal void Hear(Evaluated result)
        {
            _underWay--;
            if (result.Number > _lastShown)
            {
                _lastShown = result.Number;
                foreach (var function in result.Missing) Await(function.FullName, result.Seen);
                if (result.Error is { } error) Complain(error);
                Show(result.Text ?? "");
            }

            if (_isBehind) Ask();
        }

        /// <summary>Reads it anew, once for all that changed since it became due.</summary>
        internal void Refresh()
        {
            _isDue = false;
            if (_parsed is null) return;

            if (ReadAtOnce(out var text)) Ask();
            else Show(text);
        }

        private void BecomeDue()
        {
            if (_isDue) return;

            _isDue = true;
            _host.Owner.Tell(new LiveStringDue(this), _host.Owner);
        }

        private void Monitor(LiveReference reference) =>
            _host.Monitors.Tell(new VariablesProtocol.Monitor(_host.Owner, _scope, reference.Name, reference, _targets), _host.Owner);

        private void Await(string fullName, long seen)
        {
            (_missing ??= []).Add(fullName);
            _host.Functions.Tell(new FunctionsProtocol.AwaitFunction(_host.Owner, fullName, seen), _host.Owner);
        }

        private void Ask()
        {
            _isBehind = _underWay >= _host.Settings.MaxLiveStringEvaluations;
            if (_isBehind) return;

            _underWay++;
            _host.Invocations.Tell(
                new Evaluate(this, ++_lastAsked, _parsed!.Text, _mode, _scope, _host.Settings.LiveStringTimeout), _host.Owner);
        }

        /// <summary>Without effects and without scripts: their functions read as nothing.</summary>
        /// <returns>Whether it calls functions, so that this is only a first answer.</returns>
        private bool ReadAtOnce(out string text)
        {
            var evaluation = new Evaluation(_parsed!);
            var calls = false;
            evaluation.Start(_view.LookAt(_scope));
            while (evaluation.TryTake(out var ready))
            {
                calls = true;
                var choice = FunctionsProtocol.Routes.ChooseWithoutEffects(ready.Call.Signature, ready.Arguments);
                if (choice.Error is { } error) evaluation.Fail(ready.Index, error);
                else evaluation.Complete(ready.Index, choice.Value);
            }

            _view.LetGo();
            var outcome = evaluation.Outcome!.Value;
            if (outcome.Error is { } problem && !calls) Complain(problem);
            text = outcome.Succeeded && outcome.Value.TryGetString(out var read) ? read : "";
            return calls;
        }

        private void Show(string text)
        {
            if (text == _text) return;

            _text = text;
            _changed(text);
        }

        // Once for each different complaint: a title that fails does so at every change.
        private void Complain(EvaluationError error)
        {
            if (error.Message == _complaint) return;

            _complaint = error.Message;
            _host.Log.LiveStringFailed(_scope.ToString(), error.Message);
        }
    }
}
