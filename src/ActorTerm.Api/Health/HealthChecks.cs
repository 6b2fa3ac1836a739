using ActorTerm.Runtime.Workspace;
using Microsoft.AspNetCore.Http;

namespace ActorTerm.Api.Health;

/// <summary>Whether the process serves, and whether sessions can be made; for service managers and load balancers. Spec: docs/protocol.md, section 7.</summary>
internal sealed class HealthChecks(IActorRef workspace, ApiSettings settings)
{
    /// <summary>An idle host answers within a millisecond; who asks, asks again soon.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>At the operators' port nothing but health is served, and nobody needs to show anything.</summary>
    public bool IsMisplaced(HttpContext context) =>
        settings.OpsPort > 0 && context.Connection.LocalPort == settings.OpsPort && !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);

    public static IResult Live() => Results.Text("live\n");

    public async Task<IResult> Ready() => await Complaint().ConfigureAwait(false) is { } complaint
        ? Results.Text($"not ready: {complaint}\n", statusCode: StatusCodes.Status503ServiceUnavailable)
        : Results.Text("ready\n");

    private async Task<string?> Complaint()
    {
        try
        {
            var reply = await workspace.Ask<object>(new WorkspaceProtocol.GetReadiness(), Patience).ConfigureAwait(false);
            return (reply as WorkspaceProtocol.NotCreated)?.Text;
        }
        catch (AskTimeoutException)
        {
            return $"the workspace did not answer within {Patience.TotalSeconds:0} s";
        }
    }
}
