using ActorTerm.Language;
using ActorTerm.Runtime.Functions;
using ActorTerm.Runtime.Variables;

namespace ActorTerm.Runtime.Invocations;

public static partial class InvocationsProtocol
{
    /// <summary>What live strings need of the host, and of the actor they belong to.</summary>
    /// <param name="Owner">Gets what <see cref="LiveStrings.Takes"/>.</param>
    /// <param name="Texts">Shared by all owners: most formats are those of many sessions.</param>
    public sealed record LiveStringHost(
        IActorRef Owner, IActorRef Invocations, IActorRef Monitors, IActorRef Functions, ILoggingAdapter Log, InvocationSettings Settings, ParseCache Texts);

    /// <summary>
    /// The live strings of one actor, which hands over every message that they take:
    /// <code>
    /// Receive&lt;object&gt;(_strings.Takes, _strings.Hear);
    /// </code>
    /// </summary>
    public sealed class LiveStrings(LiveStringHost host)
    {
        private readonly List<LiveString> _strings = [];
        private readonly VariablesProtocol.ScopeView _view = new();

        /// <summary>Parses their formats.</summary>
        public ParseCache Texts => host.Texts;

        /// <param name="scope">Where its variables are looked up.</param>
        /// <param name="targets">The variables that <paramref name="changed"/> sets, so that a cycle is found.</param>
        /// <param name="changed">Told the text whenever it is another, the first time inside <see cref="LiveString.SetFormat"/>.</param>
        public LiveString Add(
            VariablesProtocol.ScopeHandle scope,
            IReadOnlyList<VariablesProtocol.VariableKey> targets,
            Action<string> changed,
            InterpolationMode mode = InterpolationMode.Lax)
        {
            var text = new LiveString(host, _view, scope, targets, changed, mode);
            _strings.Add(text);
            return text;
        }

        /// <summary>It hears nothing any more and never changes again.</summary>
        public void Remove(LiveString text)
        {
            if (_strings.Remove(text)) text.Stop();
        }

        /// <summary>Whether the message is for one of them.</summary>
        public bool Takes(object message) => message switch
        {
            VariablesProtocol.VariableChanged m => m.Tag is LiveReference,
            VariablesProtocol.MonitorStarted m => m.Tag is LiveReference,
            VariablesProtocol.MonitorRefused m => m.Tag is LiveReference,
            VariablesProtocol.CycleDetected m => m.Tag is LiveReference,
            Evaluated m => m.Tag is LiveString,
            LiveStringDue or FunctionsProtocol.FunctionAppeared => true,
            _ => false,
        };

        public void Hear(object message)
        {
            switch (message)
            {
                case VariablesProtocol.VariableChanged { Tag: LiveReference reference }:
                    reference.Of.HearChange(reference);
                    break;
                case VariablesProtocol.MonitorRefused { Tag: LiveReference reference } refused:
                    host.Log.MonitorRefused(reference.Name, refused.Text);
                    break;
                case VariablesProtocol.CycleDetected { Tag: LiveReference reference }:
                    reference.Of.HearCycle(reference);
                    break;
                case Evaluated { Tag: LiveString text } result:
                    text.Hear(result);
                    break;
                case LiveStringDue due:
                    due.Of.Refresh();
                    break;
                case FunctionsProtocol.FunctionAppeared appeared:
                    foreach (var text in _strings.ToArray()) text.HearFunction(appeared.FullName);
                    break;
            }
        }
    }

    /// <summary>The tag of a monitor: one variable that a live string reads.</summary>
    /// <param name="Format">Counts the formats the string has had.</param>
    internal sealed record LiveReference(LiveString Of, long Format, string Name);

    /// <summary>Said by an owner to itself: something the string reads has changed.</summary>
    internal sealed record LiveStringDue(LiveString Of);
}
