/** What `fiveTurns` must become: one trace over the page and the chat backend. */
export const fiveTurnsTree = `
shop          shopping_chat.session
shop            shopping_chat.activity (hidden)
                  • trigger_clicked
                  • expand_from_trigger
                  • product_select
                  • product_select
                  • url_click
shop              shopping_chat.turn (text answered)
                    • user_respond
shop                POST
chat-backend          POST /ca/v1/agents/{agent_id}/chats/{chat_id}/send-event
chat-backend            invoke_agent Northfell assistant
chat-backend              chat mock-shop-1 (tool_call)
chat-backend              execute_tool search_products
chat-backend              chat mock-shop-1 (stop)
shop              shopping_chat.turn (suggestion_button failed fatal_error ERROR)
                    • user_respond
shop                POST
chat-backend          POST /ca/v1/agents/{agent_id}/chats/{chat_id}/send-event
shop                POST
chat-backend          POST /ca/v1/agents/{agent_id}/chats/{chat_id}/send-event (tool_error ERROR)
chat-backend            invoke_agent Northfell assistant (tool_error ERROR)
chat-backend              chat mock-shop-1 (tool_call)
chat-backend              execute_tool search_products (tool_error ERROR)
shop              shopping_chat.turn (suggestion_button answered)
                    • user_respond
shop                POST
chat-backend          POST /ca/v1/agents/{agent_id}/chats/{chat_id}/send-event
chat-backend            invoke_agent Northfell assistant
chat-backend              chat mock-shop-1 (tool_call)
chat-backend              execute_tool search_products
chat-backend              chat mock-shop-1 (stop)
shop            shopping_chat.activity (hidden)
                  • thumbs_down
shop              shopping_chat.turn (text failed stream_cut ERROR)
                    • user_respond
shop                POST
chat-backend          POST /ca/v1/agents/{agent_id}/chats/{chat_id}/send-event
shop                POST
chat-backend          POST /ca/v1/agents/{agent_id}/chats/{chat_id}/send-event (stream_cut ERROR)
chat-backend            invoke_agent Northfell assistant (stream_cut ERROR)
chat-backend              chat mock-shop-1 (tool_call)
chat-backend              execute_tool search_products
chat-backend              chat mock-shop-1 (stream_cut ERROR)
shop              shopping_chat.turn (text answered)
                    • user_respond
shop                POST
chat-backend          POST /ca/v1/agents/{agent_id}/chats/{chat_id}/send-event
chat-backend            invoke_agent Northfell assistant
chat-backend              chat mock-shop-1 (tool_call)
chat-backend              execute_tool search_products
chat-backend              chat mock-shop-1 (stop)
shop              POST
chat-backend        POST /ca/v1/agents/{agent_id}/chats/{chat_id}/send-event
`.trim();
